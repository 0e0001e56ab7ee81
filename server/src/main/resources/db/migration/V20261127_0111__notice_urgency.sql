-- Thousands of notices that can wait (pushes of messages, digests) must not hold up one that cannot (a DING).
alter table notice_order add column urgent boolean not null default true;
-- What a company has due on a channel, urgent ones first.
create index notice_order_claim_idx on notice_order (channel, org_id, urgent desc, due_at, id) where state = 'QUEUED';
