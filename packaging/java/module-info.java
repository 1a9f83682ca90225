/** All of scaffold, and of the libraries what it reaches. */
module dev.loopscope.scaffold {}
