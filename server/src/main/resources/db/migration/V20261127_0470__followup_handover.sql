-- The hand-over that gave a task to whoever has it now, so that it goes back when the hand-over is undone.
alter table followup_task add column hand_over_id bigint;
create index followup_task_hand_over_idx on followup_task (org_id, hand_over_id) where hand_over_id is not null;
