-- A recipient who left the company or was locked out while a DING waited for him: CLOSED, and the reason says which.
do $$
declare
    old name;
begin
    select conname into strict old
    from pg_constraint
    where conrelid = 'ding_recipient'::regclass and contype = 'c' and pg_get_constraintdef(oid) like '%reason IS NOT NULL%';
    execute format('alter table ding_recipient drop constraint %I', old);
end
$$;
alter table ding_recipient
    drop constraint ding_recipient_state_check,
    add constraint ding_recipient_state_check
        check (state in ('WAITING', 'CONFIRMED', 'GAVE_UP', 'RECALLED', 'REFUSED', 'CLOSED')),
    add constraint ding_recipient_reason_check check ((state in ('REFUSED', 'CLOSED')) = (reason is not null));
