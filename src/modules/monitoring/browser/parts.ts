/** A copy of what the server wrote into `<template data-part>`. */
export function part(host: HTMLElement, name: string): DocumentFragment {
  const template = host.querySelector<HTMLTemplateElement>(`template[data-part=${name}]`)
  return document.importNode(template!.content, true)
}

/** A sentence of the server's by its key, with its number where it has one. */
export function words(host: HTMLElement, key: string, values: Record<string, string | number> = {}): string {
  const known = JSON.parse(host.dataset.words ?? '{}') as Record<string, string>
  return known[[key, ...Object.values(values)].join(' ')] ?? known['platform.form.invalid'] ?? ''
}
