/** Titles and keys of charts. */
export const zh = {
  curveWaiting: '等候人数 · 今日',
  curveWait: '等待时间 分 · 今日',
  p90: 'P90',
  p50: 'P50',
  limit: '限值',
  noCurve: '今日尚无曲线',
};

export const en: typeof zh = {
  curveWaiting: 'People waiting today',
  curveWait: 'Wait today, min',
  p90: 'P90',
  p50: 'P50',
  limit: 'limit',
  noCurve: 'No curve yet today',
};
