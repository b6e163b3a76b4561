"""Run texts of examples under other conditions, such as those of other processors, without recording them."""
