/** The wall's other pages: before opening and after closing. */
export const zh = {
    shutBefore: '尚未开放',
    shutBetween: '暂停开放',
    shutAfter: '已闭馆',
    opensNext: (day, hours) => `下次开放 ${day} ${hours}`,
    today: '今天',
    tomorrow: '明天',
    summaryServed: (served) => `今日办结 ${served} 件`,
    summaryInTime: (share) => `等候达标率 ${share}`,
    summarySatisfied: (share) => `满意率 ${share}`,
};
export const en = {
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
//# sourceMappingURL=pages.js.map