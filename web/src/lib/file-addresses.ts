/** The address of a file to be looked at where it stands; without this it is saved. */
export function inlineUrl(url: string): string {
  return `${url}${url.includes("?") ? "&" : "?"}inline=1`;
}

/** Saves what lies at an address, under the server's name for it unless another is given. */
export function saveFrom(url: string, name = "") {
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
}
