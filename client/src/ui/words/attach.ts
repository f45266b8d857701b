/** Photographs and documents that are handed in as proof. */
export const zh = {
  attachPick: '拍照或选择文件',
  attachNote: '照片或 PDF，至多 10 个；可拖入或粘贴。照片中的地点、时间等信息会被去除，请勿拍入群众的证件和面容。',
  attachSending: (name: string) => `正在上传 ${name}`,
  attachRemove: (name: string) => `移除 ${name}`,
  attachTooMany: '最多附 10 个文件',
  attachRefused: (name: string, why: string) => `${name} 未附上：${why}`,
  attachDropped: '松开即附上',
  attachNew: (name: string) => `${name}（在新页打开）`,
};

export const en: typeof zh = {
  attachPick: 'Take or choose a file',
  attachNote: 'Photographs or PDF, ten at most; drop or paste them too. What a photograph tells of place and time is taken out. Leave papers and faces of citizens out of the picture.',
  attachSending: (name) => `Sending ${name}`,
  attachRemove: (name) => `Remove ${name}`,
  attachTooMany: 'Ten files at most',
  attachRefused: (name, why) => `${name} was not attached: ${why}`,
  attachDropped: 'Let go to attach',
  attachNew: (name) => `${name} (opens in a new tab)`,
};
