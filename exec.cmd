@rem npm scripts begin with "exec", so that no shell stands between npm and the program and signals
@rem reach it. Windows has no such word; this is it: the rest of the line, run as it is.
@%*
