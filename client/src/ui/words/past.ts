/** A hall as it stood. */
export const zh = {
  pastMoment: '历史时刻',
  pastBack: '回到实时',
  pastSlider: '时刻',
  pastEarlier: (minutes: number) => `早 ${minutes} 分钟`,
  pastLater: (minutes: number) => `晚 ${minutes} 分钟`,
};

export const en: typeof zh = {
  pastMoment: 'As it was',
  pastBack: 'Back to live',
  pastSlider: 'Moment',
  pastEarlier: (minutes) => `${minutes} minutes earlier`,
  pastLater: (minutes) => `${minutes} minutes later`,
};
