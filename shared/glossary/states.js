export const counterStates = {
    closed: { zh: '关闭', en: 'Closed' },
    open: { zh: '空闲', en: 'Open' },
    calling: { zh: '叫号', en: 'Calling' },
    serving: { zh: '办理', en: 'Serving' },
    paused: { zh: '暂停', en: 'Paused' },
};
export const ticketStates = {
    waiting: { zh: '等候', en: 'Waiting' },
    called: { zh: '已叫号', en: 'Called' },
    serving: { zh: '办理中', en: 'Being served' },
    parked: { zh: '挂起', en: 'Parked' },
};
export const hallStates = {
    open: { zh: '开厅', en: 'Open' },
    closed: { zh: '闭厅', en: 'Closed' },
};
export const sourceStates = {
    live: { zh: '在线', en: 'Live' },
    silent: { zh: '静默', en: 'Silent' },
    fault: { zh: '故障', en: 'Fault' },
};
export const severities = {
    warning: { zh: '预警', en: 'Warning' },
    breach: { zh: '超时', en: 'Breach' },
};
export const outcomes = {
    completed: { zh: '办结', en: 'Completed' },
    returned: { zh: '退办', en: 'Returned' },
    referred: { zh: '转办', en: 'Referred' },
};
export const roles = {
    admin: { zh: '管理员', en: 'Administrator' },
    supervisor: { zh: '值班长', en: 'Supervisor' },
    reader: { zh: '查阅', en: 'Reader' },
    wall: { zh: '大屏', en: 'Wall' },
    device: { zh: '设备', en: 'Device' },
};
/** Satisfaction levels 5…1 of the national five-level scale (好差评); 2 and 1 are bad ratings 差评. */
export const ratingLevels = {
    5: { zh: '非常满意', en: 'Very satisfied' },
    4: { zh: '满意', en: 'Satisfied' },
    3: { zh: '基本满意', en: 'Fairly satisfied' },
    2: { zh: '不满意', en: 'Dissatisfied' },
    1: { zh: '非常不满意', en: 'Very dissatisfied' },
};
//# sourceMappingURL=states.js.map