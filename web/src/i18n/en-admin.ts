import admin from "./en/admin.json";
import notice from "./en/notice.json";

/** Words of the administration: loaded by its entry only. */
export default { admin, notice };
