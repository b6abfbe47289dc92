// What cytoscape 3.35 does more often than a picture needs, done once: this was most of the time in which somebody's
// neighbours are drawn. It reaches behind cytoscape's interface: look at it whenever cytoscape is replaced by a newer one.

/**
 * @param cy a picture that has its renderer
 * @param strength function of an element: how much of it is seen, from 0 to 1
 * @returns function that paints the picture anew, where only `strength` has changed
 */
export function paintOnce(cy, strength) {
  const renderer = cy.renderer();
  // Each element would be painted into a picture of its own first, for these to be moved when somebody pans: twice the work
  // where all is new. How much is seen of an element is no style of it: whenever somebody is chosen nearly all fade, and
  // to find out what style each has takes longer than to paint it.
  const paint = (context, elements) => {
    for (let place = 0; place < elements.length; place += 1) {
      context.globalAlpha = strength(elements[place]);
      renderer.drawElement(context, elements[place]);
    }
    context.globalAlpha = 1;
  };
  renderer.drawLayeredElements = paint;
  renderer.drawCachedElements = paint;
  // These keep the pictures of elements up to date, of which there are none.
  renderer.onUpdateEleCalcsFns = [];
  // Styles are made out right before they are painted, and ask for another painting: of what is being painted already.
  // What animations, which go first, ask for is left.
  let asked = false;
  const { eleCalcs } = renderer.beforeRenderPriorities;
  renderer.beforeRender(() => (asked = renderer.requestedFrame), eleCalcs + 1);
  renderer.beforeRender((paints) => paints && (renderer.requestedFrame = asked), eleCalcs - 1);
  once(cy);
  return () => {
    renderer.redrawHint("eles", true);
    renderer.redraw();
  };
}

/** What all pictures have in common. */
function once(cy) {
  const elements = Object.getPrototypeOf(cy.collection());
  if (elements.tellsOnce) return;
  elements.tellsOnce = true;
  // An element tells that its bounds changed for each property of a style; once is enough until it has been looked at.
  const { emitAndNotify } = elements;
  elements.emitAndNotify = function (name, about) {
    // That something was added is told to the picture alone: nobody listens to each element.
    if (name === "add") this.cy().notify(name, this);
    else if (name !== "bounds" || this.length !== 1 || this[0]._private.rstyle.clean !== false) emitAndNotify.call(this, name, about);
    return this;
  };
  // Of each line that is added the ends are compared, for which a collection would be made of each.
  const { same } = elements;
  elements.same = function (other) {
    return this.length === 1 && other?.length === 1 ? this[0] === other[0] : same.call(this, other);
  };
  const style = Object.getPrototypeOf(cy.style());
  // The first style of an element changes nothing that somebody has looked at; for each property of it all lines of a
  // node would be told.
  const { checkTriggers } = style;
  style.checkTriggers = function (element, ...changed) {
    const one = element[0]._private;
    if (one.appliedInitStyle) checkTriggers.call(this, element, ...changed);
    else one.styleCache = null;
  };
  // By these hashes of a style its pictures are found again.
  style.updateStyleHints = () => true;
  // Cytoscape also makes a collection, one for each element, of those whose hash is another.
  style.apply = function (all) {
    for (let place = 0; place < all.length; place += 1) {
      const one = all[place];
      const matched = this.getContextMeta(one);
      if (matched.empty) continue;
      const applied = this.applyContextStyle(matched, this.getContextStyle(matched), one);
      if (one._private.appliedInitStyle) this.updateTransitions(one, applied.diffProps);
      else one._private.appliedInitStyle = true;
    }
    return all;
  };
}
