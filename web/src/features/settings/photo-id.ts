/** The file behind a person's photo: its address carries the id as version ("…/avatar?v=3"). null: no photo. */
export function photoId(avatar: string | null): number | null {
  const match = /[?&]v=(\d+)/.exec(avatar ?? "");
  return match ? Number(match[1]) : null;
}
