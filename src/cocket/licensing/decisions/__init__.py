"""From an application to a decision, values in and values out: what is granted, the licences, what it all rests on."""
