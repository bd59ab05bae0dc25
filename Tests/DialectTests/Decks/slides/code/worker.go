package worker

func Work(in <-chan int) { for range in { } }
