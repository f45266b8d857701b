/** The wall's other pages: before opening and after closing. */
export const zh = {
  shutBefore: '尚未开放',
  shutBetween: '暂停开放',
  shutAfter: '已闭馆',
  opensNext: (day: string, hours: string) => `下次开放 ${day} ${hours}`,
  today: '今天',
  tomorrow: '明天',
  summaryServed: (served: number) => `今日办结 ${served} 件`,
  summaryInTime: (share: string) => `等候达标率 ${share}`,
  summarySatisfied: (share: string) => `满意率 ${share}`,
};

export const en: typeof zh = {
  shutBefore: 'Not open yet',
  shutBetween: 'Closed for now',
  shutAfter: 'Closed',
  opensNext: (day, hours) => `Opens ${day}, ${hours}`,
  today: 'today',
  tomorrow: 'tomorrow',
  summaryServed: (served) => `${served} served today`,
  summaryInTime: (share) => `${share} in time`,
  summarySatisfied: (share) => `${share} satisfied`,
};
