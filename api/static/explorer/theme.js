// Dark or light, before anything is drawn: as the system has it, until the reader chooses.
try {
  const chosen = localStorage.getItem("theme");
  if (chosen === "light" || chosen === "dark") document.documentElement.dataset.theme = chosen;
} catch {
  // Storage is off: the system's choice stays.
}
