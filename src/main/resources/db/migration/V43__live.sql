-- Messages that were handled later than they came: few, and looked for by open message desks (docs/operating.md). A message
-- that is applied as it comes costs nothing here.
create index raw_message_handled_later on raw_message (processed_at)
    where processed_at - received_at > interval '1 second';
