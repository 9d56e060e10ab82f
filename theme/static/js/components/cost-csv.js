/**
 * The outcome for a spreadsheet: semicolons and a byte order mark, as a Dutch Excel opens it. Texts in, text out.
 */

const MARK = '\uFEFF';

/**
 * @param {readonly (readonly string[])[]} rows
 * @returns {string}
 */
export function renderCsv(rows) {
  return MARK + rows.map((row) => `${row.map(renderCell).join(';')}\r\n`).join('');
}

/**
 * @param {string} text
 * @returns {string} between quotes where it needs them; a spreadsheet must not take it for a formula
 */
function renderCell(text) {
  const safe = /^[=+@\t\r＝＋－＠-]/.test(text) ? `'${text}` : text;
  return /[";\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
