// bounded queue, used by the lecture
use std::collections::VecDeque;
pub struct Bounded<T> {
    items: VecDeque<T>,
    limit: usize,
}

impl<T> Bounded<T> {
    pub fn never_shown_on_slide(&self) -> usize { self.limit }
}
