/** Where a menu opens: at the pointer, or inside the element when the keyboard asked for it. */
export function placeOf(event: { clientX: number; clientY: number; currentTarget: Element }) {
  if (event.clientX > 0 || event.clientY > 0) return { x: event.clientX, y: event.clientY };
  const box = event.currentTarget.getBoundingClientRect();
  return { x: box.left + 60, y: box.top + 30 };
}
