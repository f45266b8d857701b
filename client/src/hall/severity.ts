/** How bad it stands, as the rows of `alerts` say and nothing else does: where nobody promised anything, none. */
export type Severity = 'none' | 'warning' | 'breach';
