-- One bad row no longer holds up the others: how often it failed, and when it is tried again.
alter table customergroup
    add column open_failures integer not null default 0,
    add column open_at       timestamptz;
alter table customergroup_feed
    add column failures integer not null default 0,
    add column look_at  timestamptz;
alter table customergroup_task
    add column failures  integer not null default 0,
    add column failed_at timestamptz;                 -- given up
drop index customergroup_task_due_idx;
create index customergroup_task_due_idx on customergroup_task (due_at, id) where failed_at is null;
