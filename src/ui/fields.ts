/** Id of a form control, so that an error summary can lead to it. */
export function fieldId(name: string): string {
  return `field-${name}`;
}

/** The ids of hint and error of a control, for `aria-describedby`. */
export function describedBy(
  id: string,
  hint: string | undefined,
  error: string | undefined,
): string | undefined {
  const ids = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean);
  return ids.length > 0 ? ids.join(' ') : undefined;
}
