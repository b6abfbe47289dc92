// What cytoscape 3.35 does more often than a picture needs, done once: this was most of the time in which somebody's
// neighbours are drawn. It reaches behind cytoscape's interface: look at it whenever cytoscape is replaced by a newer one.

/** @param cy a picture that has its renderer */
export function paintOnce(cy) {
  const renderer = cy.renderer();
  // Each element would be painted into a picture of its own first, for these to be moved when somebody pans: twice the work
  // where all is new.
  renderer.drawLayeredElements = (context, elements) => renderer.drawElements(context, elements);
  // Styles are made out right before they are painted, and ask for another painting: of what is being painted already.
  // What animations, which go first, ask for is left.
  let asked = false;
  const { eleCalcs } = renderer.beforeRenderPriorities;
  renderer.beforeRender(() => (asked = renderer.requestedFrame), eleCalcs + 1);
  renderer.beforeRender((paints) => paints && (renderer.requestedFrame = asked), eleCalcs - 1);
  // An element tells that its bounds changed for each property of a style; once is enough until it has been looked at.
  const elements = Object.getPrototypeOf(cy.collection());
  if (elements.tellsOnce) return;
  const { emitAndNotify } = elements;
  elements.tellsOnce = true;
  elements.emitAndNotify = function (name, about) {
    return name === "bounds" && this.length === 1 && this[0]._private.rstyle.clean === false ? this : emitAndNotify.call(this, name, about);
  };
}
