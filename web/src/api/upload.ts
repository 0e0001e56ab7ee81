import { Problem, problemOf, withQuery } from "./http";

export interface Upload<T> {
  done: Promise<T>;
  cancel: () => void;
}

/** Sends a file's bytes as the body, with progress 0…1 (fetch cannot tell how much has left). */
export function upload<T>(
  path: string,
  file: Blob & { name?: string },
  onProgress: (part: number) => void,
  headers: Record<string, string> = {},
): Upload<T> {
  const request = new XMLHttpRequest();
  const done = new Promise<T>((resolve, reject) => {
    request.open("POST", withQuery(path, { name: file.name ?? "file" }));
    request.setRequestHeader("Content-Type", file.type || "application/octet-stream");
    for (const [name, value] of Object.entries(headers)) request.setRequestHeader(name, value);
    request.upload.onprogress = (event) => onProgress(event.total > 0 ? event.loaded / event.total : 0);
    request.onload = () => {
      if (request.status < 300) resolve(JSON.parse(request.responseText) as T);
      else reject(problemOf(request.status, request.responseText, request.getResponseHeader("Retry-After")));
    };
    request.onerror = () => reject(new Problem(0, "client.offline"));
    request.onabort = () => reject(new DOMException("Cancelled", "AbortError"));
    request.send(file);
  });
  return { done, cancel: () => request.abort() };
}
