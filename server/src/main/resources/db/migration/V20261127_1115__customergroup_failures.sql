-- Why it was given up: the code of a refusal; empty: something broke. Shown to whoever manages the group.
alter table customergroup_task add column reason text not null default '';
create index customergroup_task_failed_idx on customergroup_task (org_id, group_id, id) where failed_at is not null;
