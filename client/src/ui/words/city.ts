/** Several halls at once: /wall. */
export const zh = {
  cityTitle: '各大厅运行',
};

export const en: typeof zh = {
  cityTitle: 'All halls',
};
