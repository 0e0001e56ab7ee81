import app from "./zh/app.json";
import contacts from "./zh/contacts.json";
import ding from "./zh/ding.json";
import form from "./zh/form.json";
import messaging from "./zh/messaging.json";
import problem from "./zh/problem.json";
import shell from "./zh/shell.json";
import tell from "./zh/tell.json";
import ui from "./zh/ui.json";
import workbench from "./zh/workbench.json";

export default { app, contacts, ding, form, messaging, problem, shell, tell, ui, workbench };
