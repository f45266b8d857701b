/** The wall's other pages: the manager's second page, before opening and after closing. */
export const zh = {
  hallClosedNow: '已闭馆',
};

export const en: typeof zh = {
  hallClosedNow: 'Closed',
};
