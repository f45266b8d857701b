/** How a stretch of a strip is drawn; told apart by lightness and by being broken, never by hue. */
export const shades = ['light', 'mid', 'dashed', 'none'];
//# sourceMappingURL=drawing.js.map