import attach from "./zh/attach.json";
import mass from "./zh/mass.json";

/** Words of mass messages to customers. */
export default { attach, mass };
