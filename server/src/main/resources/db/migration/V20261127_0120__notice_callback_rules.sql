-- How to read what a gateway posts stands in the sealed settings of the gateway, and only there.
alter table notice_callback drop column rules;
