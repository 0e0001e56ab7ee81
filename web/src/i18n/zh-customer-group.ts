import attach from "./zh/attach.json";
import customerGroup from "./zh/customer-group.json";

/** Words of groups with customers: brought by their pages. */
export default { attach, customerGroup };
