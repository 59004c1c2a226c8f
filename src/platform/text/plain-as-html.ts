const signs: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/** Plain text where a format expects HTML, as titles and summaries of feeds do: nothing that somebody typed becomes markup. */
export const plainAsHtml = (text: string): string => text.replace(/[&<>"]/g, sign => signs[sign]!)
