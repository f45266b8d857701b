// Stands in the page before its own scripts: when frames came, when a delta was heard, and which frame first showed it.
// A frame has been painted when the page's own part of it is done: scripts, style, layout and drawing.
(() => {
  const heard = []; // deltas not yet shown: { at, tiles, charts: canvases still to be painted }
  const told = { frames: [], tiles: [], charts: [], missed: 0 };
  const painted = new Set();
  let changed = false;
  let lastFrame = null;
  let frameAt = 0;
  const MISSED_MS = 1000;

  const Socket = window.WebSocket;
  window.WebSocket = class extends Socket {
    constructor(...where) {
      super(...where);
      this.addEventListener('message', ({ data }) => {
        if (typeof data !== 'string' || !data.includes('["delta"')) return;
        const charts = data.includes('"figures"') ? [...document.querySelectorAll('canvas')].filter((canvas) => isSeen(canvas) && !showsTiles(canvas)) : [];
        heard.push({ at: performance.now(), tiles: data.includes('"counters"'), charts: new Set(charts) });
      });
    }
  };
  const showsTiles = ({ dataset }) => dataset.shows === 'tiles'; // the baseline's: its tiles are no elements
  const isSeen = (canvas) => canvas.checkVisibility({ visibilityProperty: true, opacityProperty: true });

  // Every renderer begins a picture by clearing what was there.
  const { clearRect } = CanvasRenderingContext2D.prototype;
  CanvasRenderingContext2D.prototype.clearRect = function (...box) {
    if (showsTiles(this.canvas)) changed = true;
    else painted.add(this.canvas);
    return clearRect.apply(this, box);
  };
  const ofTile = (node) => (node.nodeType === 1 ? node : node.parentElement)?.closest('hb-counter-tile');
  new MutationObserver((changes) => {
    changed ||= changes.some(({ target }) => ofTile(target));
  }).observe(document, { subtree: true, attributes: true, attributeFilter: ['class'], childList: true, characterData: true });

  const { port1, port2 } = new MessageChannel();
  port1.onmessage = () => {
    const now = performance.now();
    for (const delta of heard.filter(({ at }) => at < frameAt)) {
      if (delta.tiles && changed) {
        told.tiles.push(now - delta.at);
        delta.tiles = false;
      }
      for (const canvas of painted) if (delta.charts.delete(canvas)) told.charts.push(now - delta.at);
      if (now - delta.at < MISSED_MS) continue;
      told.missed += Number(delta.tiles) + delta.charts.size;
      delta.tiles = false;
      delta.charts.clear();
    }
    while (heard.length && !heard[0].tiles && heard[0].charts.size === 0) heard.shift();
    changed = false;
    painted.clear();
  };
  const frame = (at) => {
    if (lastFrame !== null) told.frames.push(at - lastFrame);
    lastFrame = at;
    frameAt = performance.now();
    port2.postMessage(null);
    requestAnimationFrame(frame);
  };
  requestAnimationFrame(frame);

  window.tellProbe = () => {
    const answer = { ...told };
    Object.assign(told, { frames: [], tiles: [], charts: [], missed: 0 });
    return answer;
  };
})();
