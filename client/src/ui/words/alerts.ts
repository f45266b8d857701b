/** Alerts, on every screen that lists them. */
export const zh = {
  alerts: '告警',
};

export const en: typeof zh = {
  alerts: 'Alerts',
};
