/** The bytes of files on their way: a page that is reloaded without a network still has them. */
const NAME = "qiao-visit";
const STORE = "files";

let opening: Promise<IDBDatabase> | null = null;

function open(): Promise<IDBDatabase> {
  opening ??= new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open(NAME, 1);
    request.onupgradeneeded = () => request.result.createObjectStore(STORE);
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  return opening;
}

async function within<T>(mode: IDBTransactionMode, work: (store: IDBObjectStore) => IDBRequest<T>): Promise<T> {
  const database = await open();
  return new Promise<T>((resolve, reject) => {
    const transaction = database.transaction(STORE, mode);
    const request = work(transaction.objectStore(STORE));
    transaction.oncomplete = () => resolve(request.result);
    transaction.onerror = () => reject(transaction.error);
    transaction.onabort = () => reject(transaction.error);
  });
}

/** False where nothing can be kept (a private window, a full disk): the file is sent all the same while the page lives. */
export async function keepFile(key: string, file: File): Promise<boolean> {
  try {
    await within("readwrite", (store) => store.put(file, key));
    return true;
  } catch {
    return false;
  }
}

export async function keptFile(key: string): Promise<File | null> {
  try {
    return (await within<File | undefined>("readonly", (store) => store.get(key))) ?? null;
  } catch {
    return null;
  }
}

export async function dropFile(key: string): Promise<void> {
  try {
    await within("readwrite", (store) => store.delete(key));
  } catch {
    // Nothing was kept.
  }
}
