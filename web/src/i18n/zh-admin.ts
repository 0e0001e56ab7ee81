import admin from "./zh/admin.json";
import calendarAdmin from "./zh/calendar-admin.json";
import dingAdmin from "./zh/ding-admin.json";
import notice from "./zh/notice.json";

/** Words of the administration: loaded by its entry only. */
export default { admin, calendarAdmin, dingAdmin, notice };
