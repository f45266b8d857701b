import { t } from '../ui/lang';
/** Why an act failed, in the server's words where it had any; empty when it did not fail. */
export function problemOf(answer) {
    if (answer.kind === 'ok')
        return '';
    return answer.kind === 'problem' ? answer.detail : t().noAnswer;
}
//# sourceMappingURL=problem-of.js.map