-- What the dispatcher writes on an order, and the indexes of its questions.
alter table notice_order
    add column sent_to  text check (char_length(sent_to) <= 320), -- the address it was given to: a reply names it
    add column sent_at  timestamptz,                              -- the network took it, or at least counted it
    add column cost_fen integer not null default 0;

-- Which companies have something to send, and what comes next in each: no company waits behind another one's thousands.
drop index notice_order_due_idx;
create index notice_order_due_idx on notice_order (channel, org_id, due_at, id) where state = 'QUEUED';
-- Whose time is over.
create index notice_order_end_idx on notice_order (channel, not_after) where state = 'QUEUED';
-- What a crash left in the middle.
drop index notice_order_sending_idx;
create index notice_order_sending_idx on notice_order (channel, sending_at) where state = 'SENDING';
-- A reply names a telephone number.
create index notice_order_reply_idx on notice_order (org_id, sent_to) where asks and sent_to is not null;
-- The administrator's list of one channel, and the counters of a month.
create index notice_order_channel_idx on notice_order (org_id, channel, id);
create index notice_order_day_idx on notice_order (org_id, coalesce(sent_at, moved_at));
-- Whose content is to be emptied.
create index notice_order_content_idx on notice_order (moved_at)
    where content is not null and state in ('SENT', 'DELIVERED', 'FAILED', 'CANCELLED');
