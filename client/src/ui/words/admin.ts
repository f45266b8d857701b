/** Setting up a hall: /admin. */
export const zh = {
  adminTitle: '大厅设置',
};

export const en: typeof zh = {
  adminTitle: 'Hall settings',
};
