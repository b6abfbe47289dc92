// Whether the explorer is at work: `html[data-busy]` is "yes" while a view is being drawn or an answer awaited, else "no".
//
// Every request (api.js) and every drawing of a view (main.js) goes through here, so that whoever waits for "no" sees all
// there is to come: the evidence drawer and the lists beside it too. What a reader of the screen hears is told by the
// parts themselves, with `aria-busy`.

let pending = 0;

/** Counts what `work()` resolves to, until those who await it have dealt with it. */
export async function busy(work) {
  pending += 1;
  tell();
  try {
    return await work();
  } finally {
    // Whoever awaits this goes on before timers do: what they draw is drawn by then, what they ask is counted.
    setTimeout(() => {
      pending -= 1;
      tell();
    });
  }
}

function tell() {
  document.documentElement.dataset.busy = pending ? "yes" : "no";
}
