import admin from "./zh/admin.json";
import approvalDesign from "./zh/approval-design.json";
import calendarAdmin from "./zh/calendar-admin.json";
import dingAdmin from "./zh/ding-admin.json";
import formDesign from "./zh/form-design.json";
import notice from "./zh/notice.json";

import open from "./zh/open.json";
import reportDesign from "./zh/report-design.json";

/** Words of the administration: loaded by its entry only. */
export default { admin, approvalDesign, calendarAdmin, dingAdmin, formDesign, notice, open, reportDesign };
