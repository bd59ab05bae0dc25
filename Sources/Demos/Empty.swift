/// empty
