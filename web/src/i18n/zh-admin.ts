import admin from "./zh/admin.json";

/** Words of the administration: loaded by its entry only. */
export default { admin };
